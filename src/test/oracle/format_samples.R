# Makes the samples of formats that are no text: R 4, haven 2.5, openxlsx 4.2.
# Run in the root of the repository: Rscript src/test/oracle/format_samples.R
library(haven)
library(openxlsx)
dir <- "data-samples/formats"

labels <- c("Muy en desacuerdo" = 1, "Muy de acuerdo" = 5, "No sabe" = 8, "No responde" = 9)
item <- function(x, text) labelled_spss(x, labels, na_values = c(8, 9), label = text)
staff <- data.frame(
  respondent_id = sprintf("E%03d", 1:6), facility_id = c("00000105", "00000105", "00000111", "00000111", "00002030", "00002030"),
  wave = "2024", role = c("technical", "administrative", "technical", "technical", "administrative", "technical"),
  experience_years = c(7, 1.5, 3, NA, 12, 0.5))
staff$item_01 <- item(c(5, 4, 8, 2, 1, 3), "Existe un marco normativo claro")
staff$item_02 <- item(c(3, NA, 2, 9, 5, 4), "El marco normativo está actualizado")
write_sav(staff, file.path(dir, "spss/staff-survey.sav"), compress = "byte")
write_sav(staff, file.path(dir, "spss/staff-survey.zsav"), compress = "zsav")

book <- createWorkbook()
addWorksheet(book, "Metas 2007")
writeData(book, 1, "Metas por establecimiento, 2007 (inventadas)")
goals <- data.frame(`Código Único` = c(105, 105, 111), Periodo = c("2007-03", "2007-04", "2007-03"),
  Indicador = "child_immunization", Meta = c(10, 10, 12.5), Ejecutado = c(7, NA, 13), check.names = FALSE)
writeData(book, 1, goals, startRow = 3)
addStyle(book, 1, createStyle(numFmt = "00000000"), rows = 4:6, cols = 1)
saveWorkbook(book, file.path(dir, "excel/metas.xlsx"), overwrite = TRUE)
