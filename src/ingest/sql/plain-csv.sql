-- grain: one row per record of the file, in its order
create table {{table}} as
select {{columns}}
from read_csv($path, columns = { {{types}} }, auto_detect = false, header = {{header}}, skip = 0,
  delim = {{delimiter}}, quote = {{quote}}, escape = {{quote}}, comment = '', nullstr = '',
  null_padding = false, ignore_errors = false, strict_mode = true, hive_partitioning = false)
