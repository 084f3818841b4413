import assert from 'node:assert/strict';
import { parseFence } from '../../../src/language/fence';

describe('a psirt fence', () => {
  it('names an assessment and a view', () => {
    assert.deepEqual(parseFence('assessment: ../router.psirt.yaml\nview: radar\n'), {
      assessment: '../router.psirt.yaml',
      view: 'radar',
    });
    assert.deepEqual(parseFence('# state\r\n  view : grid\r\n\r\nassessment: "a b.psirt.yml"\r\n'), {
      assessment: 'a b.psirt.yml',
      view: 'grid',
    });
  });

  it('shows the summary where it names no view', () => {
    assert.deepEqual(parseFence('assessment: router.psirt.yaml'), { assessment: 'router.psirt.yaml', view: 'summary' });
  });

  it('says what is wrong with it', () => {
    assert.deepEqual(parseFence(''), { key: 'fence.no-assessment' });
    assert.deepEqual(parseFence('view: radar'), { key: 'fence.no-assessment' });
    assert.deepEqual(parseFence('router.psirt.yaml'), {
      key: 'fence.unknown',
      parameters: { line: 'router.psirt.yaml' },
    });
    assert.deepEqual(parseFence('assessment: /etc/passwd'), {
      key: 'fence.not-an-assessment',
      parameters: { path: '/etc/passwd' },
    });
    assert.deepEqual(parseFence('assessment: a.psirt.yaml\nview: pie'), {
      key: 'fence.no-view',
      parameters: { view: 'pie', views: 'summary, radar, grid, plan' },
    });
  });
});
