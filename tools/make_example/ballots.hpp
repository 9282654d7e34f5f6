// The 480 example ballots as a Pabulib file (approval, no personal columns).
//
// Who votes for what follows from where people live and how old they are. De Vogelhorst has the most voters and the
// three most expensive plans; each of those gets many votes. So the two rules differ, as they often do:
//   - greedy by votes lets De Vogelhorst take most of the money;
//   - equal shares gives every voter EUR 125 to spend, and each buurt gets something.
// docs/example.md lists the outcomes; tests/example recomputes them.
#pragma once

#include <string>

namespace stoepkrijt::example {

std::string ballots_pb();

}  // namespace stoepkrijt::example
