-- How the fleet moved: one row for each day and unit, from the lines of that day.
CREATE OR REPLACE TABLE trend AS
SELECT
  day,
  unit,
  count(*) AS assessments,
  avg(mean) AS mean,
  sum(scored) / nullif(sum(applicable), 0) AS coverage,
  1 - sum(below_target) / nullif(sum(scored), 0) AS services_at_target,
  sum(errors) + sum(warnings) AS problems
FROM assessments
GROUP BY day, unit
ORDER BY day, unit;
