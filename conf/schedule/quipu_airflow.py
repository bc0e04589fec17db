"""Quipu every month, as an Airflow DAG that submits it to Spark.

Needs the provider apache-airflow-providers-apache-spark, a connection "spark_cluster" to the cluster, and
on the workers what the paths below name. Secrets are in Airflow's variables or its secrets backend, never here.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

HOME = "/opt/quipu"

with DAG(
    dag_id="quipu_national",
    description="Facility performance, staff governance and their linkage, all regions",
    schedule="30 2 3 * *",
    start_date=datetime(2024, 1, 1),
    # A run computes every period from what files there are: no run of the past is to be made up for.
    catchup=False,
    max_active_runs=1,
    tags=["quipu", "health"],
) as dag:
    run = SparkSubmitOperator(
        task_id="run",
        conn_id="spark_cluster",
        name="quipu-national",
        application=f"{HOME}/target/quipu-cluster.jar",
        java_class="org.quipu.cli.Quipu",
        application_args=[
            "run",
            "/etc/quipu/national.conf",
            "--conf",
            "/etc/quipu/cluster.conf",
        ],
        # What the run publishes lies where cluster.conf says: hdfs: or s3a:.
        env_vars={
            "QUIPU_WAREHOUSE": "{{ var.value.quipu_warehouse }}",
            "QUIPU_KEY": "{{ var.value.quipu_key_secret }}",
            "QUIPU_SPARK_SECRET": "{{ var.value.quipu_spark_secret }}",
        },
        driver_memory="4g",
        executor_memory="4g",
        executor_cores=2,
        num_executors=4,
        # The warehouse may be held by a run that somebody started by hand (exit code 75).
        retries=2,
        retry_delay=timedelta(minutes=15),
    )
