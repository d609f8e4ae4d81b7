namespace AssistPortal.Trials.Organisations;

/// <summary>What an administrator says of a new user.</summary>
/// <param name="Email">Their address, as it is written.</param>
/// <param name="Name">Their name; empty where it is not known.</param>
/// <param name="Services">What they are to use.</param>
public sealed record PersonDetails(string Email, string Name, IReadOnlyList<CloudService> Services);
