"""One kind of dispute a file, each a function of two readings and how they stand to each other."""
