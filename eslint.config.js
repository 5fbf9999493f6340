import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const core = ['xml', 'xpath', 'xforms', 'case', 'suite', 'openrosa', 'sync', 'machines', 'replay'];
const coreFiles = core.map((folder) => `src/${folder}/**/*.ts`);

/** Style that holds everywhere, as syntax that must not occur. */
const style = [
  rule('ExportDefaultDeclaration', 'Export by name: a default export has no name to search for.'),
  rule('TSEnumDeclaration', 'Use a union of string literals in place of an enum.'),
  rule('TSModuleDeclaration[kind="namespace"]', 'Use a module in place of a namespace.'),
  rule(
    ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^\\.{1,2}\\u002F/]:not([source.value=/\\.(ts|js|css|json|svg|sql)(\\?\\w+)?$/])',
    'Import the file that defines the name, with its extension.',
  ),
];

/** Sources of chance and outside data: in the core they come in through `Environment`. */
const noChance = [
  rule('NewExpression[callee.name="Date"][arguments.length=0]', throughEnvironment('new Date()')),
  rule('CallExpression[callee.name="Date"]', throughEnvironment('Date()')),
  rule(member('Date', 'now'), throughEnvironment('Date.now()')),
  rule(member('Math', 'random'), throughEnvironment('Math.random()')),
];

const outsideGlobals = [
  'crypto', 'fetch', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask',
  'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB',
  'globalThis', 'process', 'Buffer', 'console', 'require', 'XMLHttpRequest', 'DOMParser', 'Worker',
  'WebSocket', 'BroadcastChannel',
]; // prettier-ignore

function rule(selector, message) {
  return { selector, message };
}

function member(object, property) {
  return `MemberExpression[object.name="${object}"][property.name="${property}"]`;
}

function throughEnvironment(what) {
  return `The core takes no ${what}: time, chance and outside data come in through Environment.`;
}

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'data/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...style],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/consistent-type-exports': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: coreFiles,
    rules: {
      'no-restricted-syntax': ['error', ...style, ...noChance],
      'no-restricted-globals': ['error', ...outsideGlobals.map(restrictedGlobal)],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'test/elements/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['src/elements/**/*.ts'],
    ...wc.configs['flat/recommended'],
    rules: {
      ...wc.configs['flat/recommended'].rules,
      'lit/no-legacy-imports': 'error',
      'lit/no-template-arrow': 'off',
      'wc/guard-super-call': 'off',
      'no-restricted-imports': ['error', ...withStrictCsp()],
    },
  },
  {
    // Their templates are those of lit/static-html.js, where a tag name may be a binding.
    files: ['src/elements/form/control-elements.ts', 'src/elements/form/heading.ts'],
    rules: { 'lit/binding-positions': 'off', 'lit/no-invalid-html': 'off' },
  },
  {
    // chai's `expect(x).to.be.true` is an expression; `any` is at home where bad input is made up.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      'no-restricted-syntax': ['error', ...style, ...noForgottenOnly()],
      'max-lines': 'off',
    },
  },
  {
    // Tools read their configuration from a default export.
    files: ['*.config.{js,ts}', 'scripts/testing/node-reporter.js'],
    rules: { 'no-restricted-syntax': ['error', ...style.slice(1)] },
  },
);

function restrictedGlobal(name) {
  return { name, message: `The core has no ${name}: it comes in through an interface.` };
}

function withStrictCsp() {
  return [
    {
      name: 'lit/directives/style-map.js',
      message: 'styleMap writes a style attribute, which a strict CSP blocks.',
    },
    {
      name: 'lit/directives/unsafe-html.js',
      message: 'Render a tree of templates: text of a form is not trusted.',
    },
  ];
}

function noForgottenOnly() {
  const words = '/^(describe|it)$/';
  return [
    rule(
      `MemberExpression[object.name=${words}][property.name="only"]`,
      'Remove .only: the other tests would not run.',
    ),
  ];
}
