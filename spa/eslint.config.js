/*
 * Lint rules: the recommended ones, the house's typography, and the walls of
 * the architecture (one fetch, no role test in a screen).
 */
import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import globals from 'globals';

const style = {
  'max-len': ['error', { code: 120, ignoreUrls: true }],
  quotes: ['error', 'single', { avoidEscape: true }],
  semi: ['error', 'always'],
  indent: ['error', 2, { SwitchCase: 0, ignoredNodes: ['ConditionalExpression'] }],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-console': 'error',
  'no-trailing-spaces': 'error',
  'eol-last': 'error',
  complexity: ['error', 15],
};

const walls = {
  'no-restricted-globals': ['error', { name: 'fetch', message: 'Only src/api.js speaks to the network.' }],
  'no-restricted-syntax': [
    'error',
    {
      selector: "MemberExpression[property.name='role']",
      message: 'A screen asks for `actions`, never for a role.',
    },
  ],
};

export default [
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: globals.browser },
    rules: {
      ...style,
      ...walls,
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any', normal: 'never', component: 'any' } }],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
    },
  },
  { files: ['**/*.vue'], rules: { indent: 'off', 'vue/script-indent': ['error', 2, { baseIndent: 0 }] } },
  { files: ['src/api.js'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['*.js', 'src/**/*.test.js'], languageOptions: { globals: globals.node } },
  { files: ['src/**/*.test.js'], rules: { 'no-restricted-globals': 'off' } },
];
