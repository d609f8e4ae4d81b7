namespace AssistPortal.Assist;

/// <summary>Column lengths that several concepts share.</summary>
internal static class Lengths
{
    public const int Language = 12;
    public const int TimeZone = 64;
    public const int Email = 254;
    public const int Phone = 30;
    public const int Currency = 3;
    public const int SessionKey = 100;
}
