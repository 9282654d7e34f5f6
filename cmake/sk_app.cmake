# The programs. Each appears as soon as its main file exists.
