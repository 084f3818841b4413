export * from '../../support/only-issue';
