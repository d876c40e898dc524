//! The one stateful component: joins state, view and shell.
