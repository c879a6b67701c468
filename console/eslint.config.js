import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { noLiteralText, noPhysicalStyle } from './build/rules.js'

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'test-results', 'playwright-report'] },
  ...tseslint.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    plugins: { moked: { rules: { 'no-literal-text': noLiteralText, 'no-physical-style': noPhysicalStyle } } },
    rules: {
      'max-lines': ['error', 300],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: { 'moked/no-literal-text': 'error', 'moked/no-physical-style': 'error' },
  },
)
