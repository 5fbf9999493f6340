import { createRequire } from 'node:module';
import { projectFolder } from '../setup.js';

const folder = '/common-js-packages/';

/**
 * Plugin of the Web Test Runner that gives the browser npm packages which are written in CommonJS as modules with the
 * names that they export, each bundled once. Vite does the same for the app.
 */
export function commonJsPackages(packages) {
  const bundles = new Map();
  return {
    name: 'common-js-packages',
    resolveImport: ({ source }) =>
      packages.includes(source) ? `${folder}${source}.js` : undefined,
    async serve({ path }) {
      const name = packages.find((one) => path === `${folder}${one}.js`);
      if (name === undefined) return undefined;
      if (!bundles.has(name)) bundles.set(name, bundle(name));
      return { body: await bundles.get(name), type: 'js' };
    },
  };
}

async function bundle(name) {
  const { build } = await import('esbuild');
  // What a CommonJS module exports is known only when it has run.
  const names = Object.keys(createRequire(import.meta.url)(name)).filter(
    (one) => one !== 'default',
  );
  const result = await build({
    stdin: {
      contents: `export { ${[...names, 'default'].join(', ')} } from '${name}';`,
      resolveDir: projectFolder,
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return result.outputFiles[0].text;
}
