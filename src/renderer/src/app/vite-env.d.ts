// Owns what the bundler adds to the language: style modules and assets as imports.
// Refuses declarations of our own; those stand beside what they describe.
/// <reference types="vite/client" />
