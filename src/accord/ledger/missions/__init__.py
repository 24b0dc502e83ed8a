"""Missions: what level of mission one state kept in another, read from guides in prose and in lists."""
