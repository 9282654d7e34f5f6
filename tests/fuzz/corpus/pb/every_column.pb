META
key;value
description;Every key and column
country;Nowhere
unit;Made up
instance;1
num_projects;3
num_votes;3
budget;100.50
vote_type;scoring
rule;greedy-threshold
date_begin;01.01.2026
date_end;2026
min_length;1
max_length;3
min_sum_cost;1
max_sum_cost;90
min_points;0.5
max_points;6
min_sum_points;1
max_sum_points;10
default_score;0.5
min_project_score_threshold;2
categories;Groen,Jeugd
budget_per_category;50,60
neighborhoods;Noord
budget_per_neighborhood;70
stoepkrijt_pots;category Groen=30,neighborhood Noord=20
stoepkrijt_limits;category Sport=1..30
stoepkrijt_part_funding;1
fully_funded;0
max_sum_cost_per_category;1,2
PROJECTS
project_id;cost;votes;score;name;category;neighborhood;selected;excludes;requires;least_cost;cofunding;latitude;longitude
a;10.01;1;2;"Bench; with ""back""";Groen,Jeugd;Noord;1;b;c;5;2;51.9;4.5
b;20;1;2;Chalk;;;0;;;;;;
c;30;1;2;;Jeugd;;3;;;;;;
VOTES
voter_id;vote;points;age;sex
v1;a,b,a;6,0.5,3;40;F
v2;c;5;18-25;
v3;;;;
