package io.ballast.cli;

/** How a command answers. */
enum Format {
  text,
  json
}
