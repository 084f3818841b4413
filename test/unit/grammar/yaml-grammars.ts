export * from '../../support/yaml-grammars';
