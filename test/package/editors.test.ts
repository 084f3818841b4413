/** The recipes of the documentation, in editors that are installed here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, own, yaml } from './router-folder';

const hasEglot = spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"]).status === 0;

describe(`Emacs with Eglot${hasEglot ? '' : ' (left out: not installed)'}`, () => {
  /** What the recipe of the documentation comes to. */
  const script = `
    (require 'eglot)
    (define-derived-mode psirt-yaml-mode text-mode "PSIRT")
    (add-to-list 'auto-mode-alist '("\\\\.psirt\\\\.ya?ml\\\\'" . psirt-yaml-mode))
    (add-to-list 'eglot-server-programs (cons 'psirt-yaml-mode (append (json-parse-string (getenv "OWN")) nil)))
    (setq eglot-sync-connect 30)
    (find-file "router.psirt.yaml")
    (apply #'eglot--connect (eglot--guess-contact))
    (with-timeout (30) (while (null (flymake-diagnostics)) (accept-process-output nil 0.05)))
    (goto-char (point-min))
    (search-forward "\\"1.1")
    (let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
           (problems (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\\n"))
           (answers (format "%s\\n%s\\n%s" major-mode problems (plist-get (plist-get hover :contents) :value))))
      (write-region answers nil "answers.txt"))
    (eglot-shutdown (eglot-current-server))
  `;

  it('shows problems and explains a service', function () {
    if (!hasEglot) return this.skip();
    const folder = folderOf();
    try {
      writeFileSync(join(folder, 'client.el'), script);
      mkdirSync(join(folder, '.git'));
      const env = { ...process.env, OWN: JSON.stringify(own), HOME: folder, LC_ALL: 'C.UTF-8' };
      const args = ['--batch', '-l', 'client.el'];
      const { stderr } = spawnSync('emacs', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
      const answers = readFileSync(join(folder, 'answers.txt'), 'utf8');
      assert.match(answers, /^psirt-yaml-mode$/m, stderr);
      assert.match(answers, /unquoted-service/);
      assert.match(answers, /Internal stakeholders/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

describe(`Neovim${hasNeovim ? '' : ' (left out: nvim is not installed)'}`, () => {
  /** What the recipe of the documentation comes to; `vim.lsp.start` is there from 0.8 on. */
  const script = `
    vim.filetype.add({ pattern = { ['.*%.psirt%.ya?ml'] = 'psirt-yaml' } })
    local function start(config)
      if vim.lsp.start then return vim.lsp.start(config) end
      vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
    end
    vim.api.nvim_create_autocmd('FileType', { pattern = 'psirt-yaml', callback = function()
      start({ name = 'psirt-maturity', cmd = vim.json.decode(vim.env.OWN), root_dir = vim.fn.getcwd() })
    end })
    vim.api.nvim_create_autocmd('FileType', { pattern = 'yaml', callback = function()
      start({ name = 'yamlls', cmd = vim.json.decode(vim.env.YAML), root_dir = vim.fn.getcwd() })
    end })
    vim.cmd('edit router.psirt.yaml')
    vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
    local function ask(method, more)
      local params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params() }, more)
      local answers = {}
      for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
        if answer.result and answer.result ~= vim.NIL then table.insert(answers, answer.result) end
      end
      return answers
    end
    local codes = vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
    local hovers = ask('textDocument/hover', { position = { line = 4, character = 4 } })
    local all = { start = { line = 8, character = 2 }, ['end'] = { line = 8, character = 5 } }
    local only = { 'source.fixAll.psirt' }
    local actions = ask('textDocument/codeAction', { range = all, context = { diagnostics = {}, only = only } })[1]
    local client = vim.lsp.get_client_by_id(next(vim.lsp.buf_get_clients(0)))
    local edit = actions[1].edit or client.request_sync('codeAction/resolve', actions[1], 20000, 0).result.edit
    vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
    local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
    vim.fn.writefile({ vim.json.encode({ filetype = vim.bo.filetype, codes = codes, hovers = hovers, lines = lines }) }, 'answers.json')
    vim.cmd('qall!')
  `;

  it('shows problems and one hover, and makes a quick fix', function () {
    if (!hasNeovim) return this.skip();
    const folder = folderOf();
    try {
      writeFileSync(join(folder, 'client.lua'), script);
      const env = {
        ...process.env,
        OWN: JSON.stringify(own),
        YAML: JSON.stringify(yaml),
        HOME: folder,
        LC_ALL: 'C.UTF-8',
      };
      // Before 0.8 file types are found by Lua where that is asked for alone.
      const args = ['--headless', '--clean', '--cmd', 'let g:do_filetype_lua = 1', '-c', 'luafile client.lua'];
      const { stderr } = spawnSync('nvim', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
      const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as {
        filetype: string;
        codes: string[];
        hovers: { contents: { value: string } }[];
        lines: string[];
      };
      assert.equal(answers.filetype, 'psirt-yaml', stderr);
      assert.ok(answers.codes.includes('unquoted-service'));
      assert.equal(answers.hovers.length, 1);
      assert.match(answers.hovers[0]?.contents.value ?? '', /Internal stakeholders/);
      assert.equal(answers.lines[8], '  "1.2": 9');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
