META
key;value
description;Greedy passes over what does not fit and takes unsupported projects last
country;Nowhere
unit;Made up
instance;1
num_projects;4
num_votes;4
budget;100
vote_type;approval
rule;unknown
date_begin;01.01.2026
date_end;02.01.2026
PROJECTS
project_id;cost
a;70
b;50
c;30
d;20
VOTES
voter_id;vote
v1;a,b
v2;a,b
v3;a
v4;
