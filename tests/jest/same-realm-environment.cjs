/**
 * Where an integration test runs: in Node itself, with Node's own globals, not in a context of its
 * own as Jest's usual environment has it. What `native-runtime.cjs` loads once and every test file
 * of a worker uses has to share one `Error`, one `Date` and one `Array` with the tests.
 *
 * What a test file changes of the process is put back after it: its variables, its console, its
 * timers, its listeners and its folder.
 */
const fs = require('node:fs');
const vm = require('node:vm');

const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What Jest's own modules reach for while a test has put something else in place of it. */
const NATIVES = {
  'jest-native-promise': Promise,
  'jest-native-now': Date.now.bind(Date),
  'jest-native-read-file': fs.readFileSync,
  'jest-native-write-file': fs.writeFileSync,
  'jest-native-exists-file': fs.existsSync,
};

/** Where Jest keeps the handlers of a file's events; those of the file before are none of ours. */
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

const TIMERS = {
  idToRef: (id) => ({ id, ref: () => this, unref: () => this }),
  refToId: (timer) => timer?.id,
};

const putBackVariables = (former) => {
  for (const name of Object.keys(process.env)) {
    if (!(name in former)) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, former);
};

/**
 * Strapi takes every listener off the process when it ends. Those from before the file are Jest's: a
 * worker without its own would end in the middle of a run.
 */
const keepListeners = () => {
  const former = process.eventNames().map((name) => [name, process.rawListeners(name)]);
  const remove = process.removeAllListeners;
  process.removeAllListeners = (...names) => {
    remove.apply(process, names);
    for (const [name, listeners] of former) {
      const there = process.rawListeners(name);
      for (const each of listeners.filter((listener) => !there.includes(listener))) {
        process.on(name, each);
      }
    }
    return process;
  };
  return () => {
    process.removeAllListeners();
    process.removeAllListeners = remove;
  };
};

class SameRealmEnvironment {
  constructor({ projectConfig: config }) {
    this.global = globalThis;
    this.removeListeners = keepListeners();
    this.former = {
      variables: { ...process.env },
      console: globalThis.console,
      exit: process.exit,
      folder: process.cwd(),
    };
    for (const [name, value] of Object.entries(NATIVES)) globalThis[Symbol.for(name)] = value;
    Object.assign(process.env, config.testEnvironmentOptions.variables);
    this.moduleMocker = new ModuleMocker(globalThis);
    const { moduleMocker, global } = this;
    this.fakeTimers = new LegacyFakeTimers({ config, global, moduleMocker, timerConfig: TIMERS });
    this.fakeTimersModern = new ModernFakeTimers({ config, global });
    // Jest asks whether there is one; what it would compile in it, the runtime compiles here.
    this.context = vm.createContext();
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.context = null;
    const { variables, console, exit, folder } = this.former;
    this.removeListeners();
    putBackVariables(variables);
    globalThis.console = console;
    process.exit = exit;
    process.chdir(folder);
    Reflect.deleteProperty(globalThis, EVENT_HANDLERS);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
}

module.exports = SameRealmEnvironment;
