-- The lines that `check --format jsonl` wrote, as a table: one row for each assessment and day.
-- The variable `results` says where they are. Folders named `key=value` become columns: the day of the run, and the unit
-- of the organisation. The columns are those of schemas/result-line.schema.json; naming them saves looking through the
-- files for them first, and a file without answered criteria has the same columns as one with them.
CREATE OR REPLACE TABLE lines AS
SELECT *
FROM read_json(
  getvariable('results'),
  format = 'newline_delimited',
  filename = 'source',
  hive_partitioning = true,
  hive_types = { day: DATE, unit: VARCHAR },
  maximum_object_size = 67108864,
  columns = {
    path: 'VARCHAR',
    subject: 'VARCHAR',
    assessed: 'DATE',
    deleted: 'BOOLEAN',
    individual_for: 'VARCHAR',
    mean: 'DOUBLE',
    target: 'DOUBLE',
    floor: 'INTEGER',
    scored: 'INTEGER',
    applicable: 'INTEGER',
    excluded: 'INTEGER',
    below_target: 'INTEGER',
    errors: 'INTEGER',
    warnings: 'INTEGER',
    infos: 'INTEGER',
    areas: 'STRUCT(id VARCHAR, title VARCHAR, mean DOUBLE, target DOUBLE, scored INTEGER, applicable INTEGER)[]',
    services: 'STRUCT(id VARCHAR, area VARCHAR, title VARCHAR, state VARCHAR, score INTEGER, target DOUBLE, gap DOUBLE)[]',
    problems: 'STRUCT(rule VARCHAR, severity VARCHAR)[]'
  }
);

-- What counts: neither deleted assessments nor individual scorings, which have no numbers.
CREATE OR REPLACE VIEW assessments AS
SELECT * FROM lines WHERE NOT deleted AND individual_for IS NULL;

-- The latest line of each assessment: not every repository is checked on every day.
CREATE OR REPLACE VIEW latest AS
SELECT * EXCLUDE (age)
FROM (
  SELECT *, row_number() OVER (PARTITION BY unit, parse_filename(source), path ORDER BY day DESC) AS age
  FROM assessments
)
WHERE age = 1;
