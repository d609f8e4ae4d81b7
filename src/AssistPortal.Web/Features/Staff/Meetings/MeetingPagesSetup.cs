namespace AssistPortal.Web.Features.Staff.Meetings;

internal static class MeetingPagesSetup
{
    public static IServiceCollection AddMeetingPages(this IServiceCollection services) => services
        .AddScoped<MeetingList>()
        .AddScoped<MeetingReader>()
        .AddScoped<MeetingDifferences>()
        .AddScoped<MeetingCsvReader>()
        .AddScoped<MeetingImport>();
}
