META
key;value
description;Two projects with the same votes and cost: the id decides, as bytes
country;Nowhere
unit;Made up
instance;1
num_projects;2
num_votes;2
budget;20
vote_type;approval
rule;unknown
date_begin;01.01.2026
date_end;02.01.2026
PROJECTS
project_id;cost
9;15
10;15
VOTES
voter_id;vote
v1;9,10
v2;10,9
