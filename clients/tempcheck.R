# The method of tempcheck from R: base R alone, one file.
#
#   source("tempcheck.R")
#   tempcheck_estimate(list(rate = list(list(count = 12, personYears = 40000, multiplier = 100000))))$rate[[1]]$value
#   tempcheck_measure(list(favourable = FALSE, ordered = TRUE, scale = 100, kind = "proportion", groups = data.frame(
#     order = 1:3, numerator = c(30, 25, 18), denominator = c(200, 210, 190))))$measures$sii$oriented$value
#
# Requests are lists as `tempcheck estimate --help`, `measure --help` and `judge --help` show them; a data frame is a list of
# its rows, a vector of more than one element a list of numbers, and as.list() or I() makes one of a single element a list.
# Answers are lists: what cannot be computed has `reason` and `text`; lists of numbers alone are vectors, with NA for null.
# A request that is refused stops with class "tempcheck_error": conditionMessage() is for people, $faults for programs.
# The command: options(tempcheck = c("npx", "tempcheck")) as it stands, or the environment variable TEMPCHECK.

tempcheck_measure <- function(request, level = NULL) tempcheck_call("measure", request, tempcheck_level(level))
tempcheck_estimate <- function(request, level = 0.95) tempcheck_call("estimate", request, tempcheck_level(level))
tempcheck_judge <- function(request) tempcheck_call("judge", request)

tempcheck_level <- function(level) if (length(level) == 0) character() else as.vector(rbind(rep("--level", length(level)), format(level, digits = 15, trim = TRUE)))

tempcheck_command <- function() {
  given <- Sys.getenv("TEMPCHECK")
  if (nzchar(given)) strsplit(given, " +")[[1]] else getOption("tempcheck", c("npx", "tempcheck"))
}

tempcheck_call <- function(name, request, arguments = character()) {
  command <- c(tempcheck_command(), name, "--json", arguments)
  files <- tempfile(c("request", "answer", "faults"))
  on.exit(unlink(files))
  writeLines(tempcheck_json(request), files[1], useBytes = TRUE)
  code <- suppressWarnings(system2(command[1], shQuote(command[-1]), stdin = files[1], stdout = files[2], stderr = files[3]))
  read <- function(file) if (file.exists(file)) readLines(file, warn = FALSE, encoding = "UTF-8") else character()
  if (code != 0) {
    said <- read(files[3])
    faults <- Filter(Negate(is.null), lapply(said[startsWith(said, "{")], function(line) tryCatch(tempcheck_parse(line), error = function(e) NULL)))
    told <- vapply(faults, function(one) if (!is.null(one$message)) one$message else
      paste0(one$where$file, " ", if (is.null(one$where$key)) "" else one$where$key, ": must be ", one$must, "; found ", one$found, "; ", one$fix), "")
    message <- paste(if (length(told) > 0) told else c(said, paste("ended with", code)), collapse = "\n")
    stop(structure(class = c("tempcheck_error", "error", "condition"),
      list(message = message, call = NULL, code = code, faults = faults)))
  }
  tempcheck_parse(paste(read(files[2]), collapse = "\n"))
}

# JSON of lists, vectors and data frames; numbers with every digit.
tempcheck_json <- function(x) {
  text <- function(s) paste0("\"", vapply(s, function(one) {
    one <- gsub("\\", "\\\\", enc2utf8(one), fixed = TRUE)
    one <- gsub("\"", "\\\"", one, fixed = TRUE)
    one <- gsub("\n", "\\n", gsub("\t", "\\t", gsub("\r", "\\r", one, fixed = TRUE), fixed = TRUE), fixed = TRUE)
    one
  }, ""), "\"")
  atom <- function(v) {
    if (is.factor(v)) v <- as.character(v)
    out <- if (is.character(v)) text(v) else if (is.logical(v)) tolower(as.character(v)) else format(v, digits = 17, trim = TRUE, scientific = NA)
    if (is.numeric(v)) out <- vapply(v, function(one) format(one, digits = 17, trim = TRUE), "")
    ifelse(is.na(v), "null", out)
  }
  if (is.null(x)) return("null")
  if (is.data.frame(x)) return(paste0("[", paste(vapply(seq_len(nrow(x)), function(i) {
    row <- lapply(x, function(column) column[[i]])
    tempcheck_json(row[!vapply(row, function(one) length(one) == 1 && is.na(one), TRUE)])
  }, ""), collapse = ","), "]"))
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0(text(names(x)), ":", vapply(x, tempcheck_json, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, tempcheck_json, ""), collapse = ","), "]"))
  if (length(x) == 1 && !inherits(x, "AsIs")) return(atom(x))
  paste0("[", paste(atom(unclass(x)), collapse = ","), "]")
}

# Lists of a JSON text.
tempcheck_parse <- function(json) {
  # Tokens: strings, numbers, words and signs.
  pattern <- "\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null|[][{}:,]"
  tokens <- regmatches(json, gregexpr(pattern, json, perl = TRUE))[[1]]
  if (length(tokens) == 0) stop("no JSON: ", substr(json, 1, 100))
  at <- 1L
  text <- function(token) {
    inner <- substr(token, 2, nchar(token) - 1)
    if (!grepl("\\", inner, fixed = TRUE)) return(inner)
    parts <- regmatches(inner, gregexpr("\\\\u[0-9a-fA-F]{4}|\\\\.|[^\\\\]+", inner, perl = TRUE))[[1]]
    paste(vapply(parts, function(part) {
      if (startsWith(part, "\\u")) return(intToUtf8(strtoi(substr(part, 3, 6), 16L)))
      if (!startsWith(part, "\\")) return(part)
      switch(substr(part, 2, 2), n = "\n", t = "\t", r = "\r", b = "\b", f = "\f", substr(part, 2, 2))
    }, ""), collapse = "")
  }
  value <- function() {
    token <- tokens[at]
    at <<- at + 1L
    if (is.na(token)) stop("the JSON ends too soon")
    if (token == "{") {
      found <- list()
      while (tokens[at] != "}") {
        key <- text(tokens[at])
        at <<- at + 2L
        found[key] <- list(value())
        if (tokens[at] == ",") at <<- at + 1L
      }
      at <<- at + 1L
      if (length(found) == 0) names(found) <- character()
      return(found)
    }
    if (token == "[") {
      found <- list()
      while (tokens[at] != "]") {
        found[length(found) + 1L] <- list(value())
        if (tokens[at] == ",") at <<- at + 1L
      }
      at <<- at + 1L
      plain <- vapply(found, function(one) is.null(one) || (is.numeric(one) && length(one) == 1), TRUE)
      if (length(found) > 0 && all(plain) && !all(vapply(found, is.null, TRUE)))
        return(vapply(found, function(one) if (is.null(one)) NA_real_ else one, 0))
      return(found)
    }
    switch(token, "true" = TRUE, "false" = FALSE, "null" = NULL,
      if (startsWith(token, "\"")) text(token) else as.numeric(token))
  }
  value()
}
