// Precompiled for the tests: the common headers, and GoogleTest, which takes longer to read than most tests.
#pragma once

#include <gtest/gtest.h>

#include "common_headers.hpp"
