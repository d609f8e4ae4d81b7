using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Settings;

public static class SettingsExtensions
{
    /// <summary>Settings that operators give under a section: they have to be right before the portal runs.</summary>
    /// <typeparam name="T">What they are read into; its annotations say what is allowed.</typeparam>
    /// <param name="services">The portal's services.</param>
    /// <param name="section">Where they stand, such as <c>Mail</c>.</param>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services
            .AddSingleton<IValidateOptions<T>>(new AnnotatedSettings<T>(section))
            .AddSingleton<ISettingsSection>(new SettingsSection<T>(section));
        return services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
    }
}
