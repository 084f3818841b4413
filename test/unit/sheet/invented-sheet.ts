export * from '../../support/invented-sheet';
