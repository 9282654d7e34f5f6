META
key;value
description;Decimals: three share 10.01 exactly
country;Nowhere
unit;Made up
instance;1
num_projects;2
num_votes;3
budget;10.01
vote_type;approval
rule;unknown
date_begin;01.01.2026
date_end;02.01.2026
PROJECTS
project_id;cost;name
a;10.01;"Bench; with ""back"""
b;0.01;Chalk
VOTES
voter_id;vote
v1;a,b
v2;a
v3;a
