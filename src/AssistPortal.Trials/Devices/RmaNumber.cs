using System.Security.Cryptography;

namespace AssistPortal.Trials.Devices;

/// <summary>Numbers of returns.</summary>
internal static class RmaNumber
{
    // Without signs that are taken for each other.
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    /// <summary>A new one, which nobody can guess.</summary>
    public static string New() => $"RMA-{RandomNumberGenerator.GetString(Signs, Length)}";
}
