using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Settings;

/// <summary>A section that is read into one type.</summary>
/// <param name="name">Where it stands, such as <c>Mail</c>.</param>
internal sealed class SettingsSection<T>(string name) : ISettingsSection
    where T : class
{
    public IEnumerable<string> FaultsIn(IServiceProvider services)
    {
        // What can't be read ends the reading of its section at the first such setting: all are told beforehand.
        var unreadable = UnreadableSettings
            .In(services.GetRequiredService<IConfiguration>(), name, typeof(T))
            .ToList();
        if (unreadable.Count > 0)
        {
            return unreadable;
        }

        try
        {
            _ = services.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
    }
}
