// Ends each program that node runs: start at once, rather than export a factory and wait.
await Module();
