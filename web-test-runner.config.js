import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { browserArguments, ensureBrowser } from './scripts/find-browser.js';
import { browserReporter } from './scripts/testing/browser-reporter.js';
import { commonJsPackages } from './scripts/testing/common-js-plugin.js';

// Tests of elements, of IndexedDB and of case sharing run in a real Chromium; the other suites are described in scripts/test.js.
export default {
  files: ['elements', 'storage', 'sharing'].map((folder) => `test/${folder}/**/*.test.ts`),
  nodeResolve: { exportConditions: ['development'] },
  concurrency: 2,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [browserReporter()],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await ensureBrowser(), args: browserArguments },
    }),
  ],
  plugins: [
    commonJsPackages(['saxes', 'papaparse']),
    // The tsconfig carries experimentalDecorators and useDefineForClassFields: false to esbuild.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
};
