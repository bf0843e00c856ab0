import react from '@eslint-react/eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config({
  files: ['**/*.{ts,tsx}'],
  extends: [tseslint.configs.recommended, react.configs['recommended-typescript']],
});
