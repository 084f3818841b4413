export * from '../../support/rules/score-samples';
