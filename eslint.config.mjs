import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['lib/', 'lib-*/', 'coverage/', 'dist/', 'sources/', 'test/fixtures/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      'no-undef': 'off', // TypeScript reports unknown names
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // A string spread is its code points, which is what is meant here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Indexing typed arrays under noUncheckedIndexedAccess needs `!` where a bound is already known.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Code units and controls are what these files are about.
    files: ['src/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-control-regex': 'off' },
  },
  {
    files: ['*.mjs', 'templates/**/*.mjs', 'bench/**/*.mjs', 'test/**/*.mjs'],
    rules: {
      'no-console': 'off',
      // It does not read JSDoc, which the compiler holds these files to.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
]);
