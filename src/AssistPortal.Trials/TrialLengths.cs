namespace AssistPortal.Trials;

/// <summary>Lengths that several folders share, in characters.</summary>
public static class TrialLengths
{
    public const int Email = 254;
    public const int Host = 253;
    public const int State = 20;

    /// <summary>Somebody's name, or the address in its place.</summary>
    public const int PersonName = Email;

    /// <summary>What people write in a few sentences.</summary>
    public const int Text = 2000;
}
