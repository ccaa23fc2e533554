// What a thread of a batch imports: the task of the built program, under the name by which the pool calls it.
'use strict';
exports.run = require('./load.js').load('batch/task-thread.js').run;
