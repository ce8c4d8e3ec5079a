// Ends each program that node runs: start at once, rather than export a factory and wait; with the environment of the shell.
await Module({ preRun: [(/** @type {{ENV: NodeJS.ProcessEnv}} */ module) => { Object.assign(module.ENV, process.env); }] });
