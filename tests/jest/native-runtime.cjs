/**
 * How an integration test loads modules: those of the tests anew for each file, as Jest does, and
 * what is installed or built (Strapi, knex, the plugin) by Node's own `require`, once for each
 * worker. Jest would read and run the several thousand files of Strapi again for every test file,
 * which took longer than most of the tests in it.
 *
 * So module-level state of packages lives as long as a worker. A server that boots twice in one
 * process has to bear that anyway.
 */
const { createRequire } = require('node:module');
const vm = require('node:vm');

const { default: Runtime } = require('jest-runtime');

const NATIVE = /\/(node_modules|dist)\/|\.cjs$/;

const nativeRequire = createRequire(require.resolve('./native-runtime.cjs'));

class NativeRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    executor.compile = (source, filename) =>
      this._environment.getVmContext() === null
        ? null
        : vm.compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    if (name !== '@jest/globals' && !this._resolution.isCoreModule(name)) {
      const file = this._resolution.resolveCjs(from, name);
      if (NATIVE.test(file)) return nativeRequire(file);
    }
    return super.requireModuleOrMock(from, name);
  }
}

module.exports = { __esModule: true, default: NativeRuntime };
