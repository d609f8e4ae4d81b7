using AssistPortal.Assist.Meetings.Webex;
using AssistPortal.Data.Composition;
using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings;

internal static class MeetingsSetup
{
    /// <summary>Meeting directories: the portal's own, and one class for each kind outside it.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSettings<DirectoryOptions>("Directories");
        return services
            .AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryOptionsValidator>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<DirectoryCalls>()
            .AddScoped<IMeetingDirectory, PortalMeetingDirectory>()
            .AddWebexDirectory()
            .AddComposed<MeetingLookup>()
            .AddComposed<DirectoryTest>()
            .AddScoped<HostMeetings>()
            .AddScoped<MeetingBook>();
    }
}
