-- grain: one row per record of the file, in its order
insert into {{table}}
select $file, row_number() over (), {{selected}}
from read_csv($path, columns = { {{columns}} }, auto_detect = false, header = {{header}}, skip = 0,
  delim = {{delimiter}}, quote = {{quote}}, escape = {{quote}}, comment = '', nullstr = '',
  null_padding = false, ignore_errors = false, strict_mode = true, hive_partitioning = false)
