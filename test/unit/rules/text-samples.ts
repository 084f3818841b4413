export * from '../../support/rules/text-samples';
