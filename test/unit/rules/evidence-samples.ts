export * from '../../support/rules/evidence-samples';
