// Imports a package that is no script. Scripts that are compiled by themselves, as `load.js` does, cannot.
'use strict';
exports.outside = (name) => import(name);
