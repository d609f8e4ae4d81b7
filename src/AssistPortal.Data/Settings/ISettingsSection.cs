namespace AssistPortal.Data.Settings;

/// <summary>A section of settings, to be checked before the portal starts.</summary>
public interface ISettingsSection
{
    /// <summary>A sentence for each setting that is wrong, with its name and what is allowed.</summary>
    /// <param name="services">The portal's services.</param>
    IEnumerable<string> FaultsIn(IServiceProvider services);
}
