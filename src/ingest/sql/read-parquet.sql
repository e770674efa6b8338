-- grain: one row per record of the file, in its order
insert into {{table}}
select $file, file_row_number + 1, {{selected}}
from read_parquet($path, file_row_number = true)
order by file_row_number
