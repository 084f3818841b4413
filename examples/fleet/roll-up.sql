-- The state of the fleet, from the latest line of each assessment. All means are plain means of what is scored; shares
-- are between 0 and 1, and NULL where there is nothing to divide by.

CREATE OR REPLACE TABLE by_unit AS
SELECT
  unit,
  count(*) AS assessments,
  avg(mean) AS mean,
  sum(scored) / nullif(sum(applicable), 0) AS coverage,
  1 - sum(below_target) / nullif(sum(scored), 0) AS services_at_target,
  count(*) FILTER (mean >= target) / nullif(count(mean), 0) AS assessments_at_target,
  sum(errors) AS errors,
  sum(warnings) AS warnings
FROM latest
GROUP BY unit
ORDER BY unit;

CREATE OR REPLACE TABLE by_area AS
SELECT
  area.id AS area,
  any_value(area.title) AS title,
  avg(area.mean) AS mean,
  sum(area.scored) / nullif(sum(area.applicable), 0) AS coverage,
  count(*) FILTER (area.mean >= area.target) / nullif(count(area.mean), 0) AS at_target
FROM (SELECT unnest(areas) AS area FROM latest)
GROUP BY area.id
ORDER BY area.id;

CREATE OR REPLACE TABLE by_service AS
SELECT
  service.id AS service,
  any_value(service.title) AS title,
  avg(service.score) AS mean,
  min(service.score) AS lowest,
  count(service.score) AS scored,
  count(service.score) / nullif(count(*) FILTER (service.state IN ('scored', 'unscored')), 0) AS coverage,
  count(*) FILTER (service.score >= service.target) / nullif(count(service.score), 0) AS at_target
FROM (SELECT unnest(services) AS service FROM latest)
GROUP BY service.id
ORDER BY service.id;

CREATE OR REPLACE TABLE by_rule AS
SELECT
  problem.rule AS rule,
  problem.severity AS severity,
  count(*) AS problems,
  count(DISTINCT (unit, source, path)) AS assessments
FROM (SELECT unit, source, path, unnest(problems) AS problem FROM latest)
GROUP BY problem.rule, problem.severity
ORDER BY problems DESC, rule, severity;
