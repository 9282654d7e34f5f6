// The precompiled headers of the tests need a target of their own; see test_headers.hpp.
