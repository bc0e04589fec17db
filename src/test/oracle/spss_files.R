# Makes the SPSS files of SpssFilesTest and what R's haven reads in them: R 4, haven 2.5.
# Run in the root of the repository: Rscript src/test/oracle/spss_files.R
# Beside them NAME.values.csv (declared missing values are NA) and NAME.codes.csv (they keep their codes), NAME
# being survey for none, byte and zsav; numbers with 17 digits, dates in ISO 8601, NA for missing.
library(haven)
dir <- "src/test/resources/spss"
set.seed(20240827)

n <- 24
long <- function(k) vapply(seq_len(n), function(i) strrep(sprintf("%d·áé ", i), k %/% (6 + nchar(i))), "")
survey <- data.frame(
  respondent_id = sprintf("R%04d", 1:n),
  facility_id = sprintf("%08d", sample(1:99999, n)),
  edad_en_anios_cumplidos = sample(c(18:70, NA), n, TRUE),
  wage = c(0, -0.5, 1/3, 1e-300, 1e300, .Machine$integer.max, 151, 152, -99, -100, 2^53,
           round(rnorm(n - 11) * 1000, 2)),
  fecha = as.Date("1999-12-31") + c(NA, sample(-40000:9000, n - 1)),
  momento = as.POSIXct("2007-03-15 10:20:30", tz = "UTC") + sample(1e8, n),
  comentario = ifelse(1:n %% 7 == 0, "", sprintf("Ñandú número %d: \"muy\" bueno; sí, ¡claro!", 1:n)),
  empty = NA_real_,
  stringsAsFactors = FALSE)
survey$item_01 <- labelled_spss(sample(c(1:5, 8, 9, NA), n, TRUE),
  c("Nunca" = 1, "Siempre" = 5, "No sabe" = 8, "No responde" = 9), na_values = c(8, 9), label = "¿Conoce la visión?")
survey$item_02 <- labelled_spss(sample(c(1:5, 95:99), n, TRUE) + 0, c("Sí" = 1), na_range = c(96, 99))
survey$item_03 <- labelled_spss(sample(c(1:5, -1, 97:99), n, TRUE) + 0, NULL, na_values = -1, na_range = c(97, Inf))
survey$sexo <- labelled_spss(sample(c("F", "M", "X"), n, TRUE), c(Mujer = "F", Hombre = "M"), na_values = "X")
survey$largo_255 <- substr(long(255), 1, 200)
survey$largo_300 <- long(300)
survey$largo_2000 <- long(2000)
survey$after <- 1:n

text <- function(x) {
  if (inherits(x, "Date")) return(ifelse(is.na(x), NA, format(x, "%Y-%m-%d")))
  if (inherits(x, "POSIXct")) return(ifelse(is.na(x), NA, format(x, "%Y-%m-%dT%H:%M:%S", tz = "UTC")))
  x <- zap_labels(zap_formats(x))
  if (is.numeric(x)) return(ifelse(is.na(x), NA, sprintf("%.17g", x)))
  as.character(x)
}
expect <- function(name, file) {
  for (kind in c("values", "codes")) {
    data <- read_sav(file.path(dir, file), user_na = kind == "codes")
    if (kind == "codes") data[] <- lapply(data, function(x) { attr(x, "na_values") <- NULL; attr(x, "na_range") <- NULL
      if (inherits(x, "haven_labelled")) x <- unclass(x); attributes(x)[c("labels", "label")] <- NULL; x })
    out <- as.data.frame(lapply(data, text), check.names = FALSE, stringsAsFactors = FALSE)
    names(out) <- names(data)
    write.csv(out, file.path(dir, paste0(name, ".", kind, ".csv")), row.names = FALSE, na = "NA", fileEncoding = "UTF-8")
  }
}
for (compress in c("none", "byte", "zsav")) {
  file <- paste0(compress, if (compress == "zsav") ".zsav" else ".sav")
  write_sav(survey, file.path(dir, file), compress = compress)
}
expect("survey", "none.sav")
stopifnot(all.equal(read_sav(file.path(dir, "none.sav")), read_sav(file.path(dir, "byte.sav"))),
          all.equal(read_sav(file.path(dir, "none.sav")), read_sav(file.path(dir, "zsav.zsav"))))

# Haven writes little-endian UTF-8 only; these are written by hand: big-endian windows-1252, uncompressed and
# byte-compressed, the latter without the number of cases.
by_hand <- function(file, endian, compressed) {
  con <- file(file.path(dir, file), "wb"); on.exit(close(con))
  int <- function(x) writeBin(as.integer(x), con, 4, endian)
  num <- function(x) writeBin(as.double(x), con, 8, endian)
  chr <- function(x, width) { b <- charToRaw(iconv(x, "UTF-8", "windows-1252")); writeBin(c(b, rep(as.raw(32), width - length(b))), con) }
  chr("$FL2", 4); chr("@(#) SPSS DATA FILE by hand", 60); int(c(2, 4, as.integer(compressed), 0, if (compressed) -1 else 8)); num(100)
  chr("01 Jan 07", 9); chr("10:20:30", 8); chr("", 64); writeBin(raw(3), con)
  variable <- function(type, name, missing = c(), label = NULL) {
    fmt <- if (type == 0) bitwOr(bitwShiftL(5L, 16L), bitwShiftL(8L, 8L)) else bitwOr(bitwShiftL(1L, 16L), bitwShiftL(type, 8L))
    int(c(2, type, !is.null(label), if (length(missing) == 3) -3 else length(missing), fmt, fmt)); chr(name, 8)
    if (!is.null(label)) { k <- nchar(iconv(label, "UTF-8", "windows-1252"), "bytes"); int(k); chr(label, (k + 3) %/% 4 * 4) }
    for (m in missing) num(m)
  }
  variable(0, "EDAD", c(90, 98, -1), "Años cumplidos")
  variable(12L, "NOMBRE"); int(c(2, -1, 0, 0, 0, 0)); chr("", 8)
  variable(0, "PUNTAJE")
  int(c(3, 2)); num(1); writeBin(as.raw(6), con); chr("Ningún", 7); num(2); writeBin(as.raw(4), con); chr("Años", 7)
  int(c(4, 1, 1))
  int(c(7, 3, 4, 8, 1, 0, 0, 720, 1, 1, if (endian == "big") 1 else 2, 1252))
  sysmis <- -.Machine$double.xmax
  int(c(7, 4, 8, 3)); num(c(sysmis, .Machine$double.xmax, -.Machine$double.xmax))
  int(c(999, 0))
  age <- c(1, 2, 35, 95, -1, NA, 151, 152); name <- c("Ñuñoa", "Áncash – 1", "", "José “x”", "a", "bb", "abcdefgh", "abcdefghijkl")
  score <- c(1.5, NA, -99, -100, 0, 1e10, 250, 99)
  if (!compressed) {
    for (i in seq_along(age)) { num(ifelse(is.na(age[i]), sysmis, age[i])); chr(name[i], 16); num(ifelse(is.na(score[i]), sysmis, score[i])) }
  } else {
    commands <- integer(); data <- list()
    put <- function(code, bytes = NULL) { commands <<- c(commands, code); data[[length(commands)]] <<- bytes }
    put_num <- function(x) if (is.na(x)) put(255) else if (x == round(x) && x + 100 >= 1 && x + 100 <= 251) put(x + 100) else
      put(253, writeBin(x, raw(), 8, endian))
    for (i in seq_along(age)) {
      put_num(age[i])
      b <- charToRaw(iconv(name[i], "UTF-8", "windows-1252")); b <- c(b, rep(as.raw(32), 16 - length(b)))
      for (piece in list(b[1:8], b[9:16])) if (all(piece == as.raw(32))) put(254) else put(253, piece)
      put_num(score[i])
    }
    put(252)
    while (length(commands) %% 8 != 0) put(0)
    for (start in seq(1, length(commands), 8)) {
      writeBin(as.raw(commands[start:(start + 7)]), con)
      for (k in start:(start + 7)) if (k <= length(data) && !is.null(data[[k]])) writeBin(data[[k]], con)
    }
  }
}
by_hand("latin_big.sav", "big", FALSE); expect("latin_big", "latin_big.sav")
by_hand("latin_big_byte.sav", "big", TRUE); expect("latin_big_byte", "latin_big_byte.sav")
by_hand("latin_little_byte.sav", "little", TRUE); expect("latin_little_byte", "latin_little_byte.sav")
