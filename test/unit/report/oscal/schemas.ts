export * from '../../../support/oscal-schemas';
