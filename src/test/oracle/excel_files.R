# Makes the workbooks of ExcelFilesTest: R 4, openxlsx 4.2.
# Run in the root of the repository: Rscript src/test/oracle/excel_files.R
library(openxlsx)
dir <- "src/test/resources/excel"

book <- createWorkbook()
addWorksheet(book, "notas", visible = FALSE)
writeData(book, "notas", data.frame(x = 1:3))
addWorksheet(book, "Padrón")
writeData(book, "Padrón", "Padrón de establecimientos de salud", startRow = 1)
writeData(book, "Padrón", "Fuente: inventada", startRow = 2)
rows <- data.frame(
  codigo = c(2030, 105, 12345678), nombre = c("P.S. Ñaña", "C.S. Áncash", NA),
  ubigeo = c("010203", "150101", "070101"), meta = c(4.52, 0.1 + 0.2, 1e7), logrado = c(3, NA, 0),
  abierto = as.Date(c("2007-03-15", "1999-12-31", NA)), activo = c(TRUE, FALSE, TRUE))
writeData(book, "Padrón", rows, startRow = 4)
writeFormula(book, "Padrón", "SUM(D5:D6)", startCol = 8, startRow = 5)
addStyle(book, "Padrón", createStyle(numFmt = "00000000"), rows = 5:7, cols = 1)
addStyle(book, "Padrón", createStyle(numFmt = "yyyy-mm-dd hh:mm"), rows = 9, cols = 6)
writeData(book, "Padrón", data.frame(8), startRow = 9, colNames = FALSE)
writeData(book, "Padrón", 39156.5, startRow = 9, startCol = 6, colNames = FALSE)
addStyle(book, "Padrón", createStyle(numFmt = "yyyy-mm-dd hh:mm"), rows = 9, cols = 6)
saveWorkbook(book, file.path(dir, "facilities.xlsx"), overwrite = TRUE)

# A cover, a sheet a month with the same columns, a sheet of another table.
book <- createWorkbook()
addWorksheet(book, "Carátula")
writeData(book, "Carátula", "Oficina de Estadística")
for (month in c("Ene", "Feb")) {
  addWorksheet(book, month)
  writeData(book, month, "Metas", startRow = 1)
  mergeCells(book, month, cols = 1:3, rows = 1)
  writeData(book, month, data.frame(codigo = c("00000105", "00000106"), mes = month, logro = 1:2), startRow = 3)
}
addWorksheet(book, "Leyenda")
writeData(book, "Leyenda", data.frame(clave = "a", texto = "b"))
saveWorkbook(book, file.path(dir, "sheets.xlsx"), overwrite = TRUE)
