// The precompiled headers need a target of their own; see common_headers.hpp.
